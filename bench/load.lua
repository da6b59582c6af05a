-- wrk's script: `wrk … -s load.lua URL -- FEED ORDER [BODY]`. A line of FEED is PATH, LOGIN and KEY, parted by tabs; the
-- login is a whole header, `Name: value`, and the key goes into BODY. ORDER is `random`, or `once` for each line once.

local feed, template, order, next_line = {}, nil, nil, 0

function init(args)
  order = args[2]
  for line in io.lines(args[1]) do
    local path, login, key = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)$")
    local name, value = login:match("^([^:]+): (.*)$")
    feed[#feed + 1] = { path = path, name = name, value = value, key = key }
  end
  if args[3] then
    local file = assert(io.open(args[3]))
    template = file:read("*a")
    file:close()
  end
  math.randomseed(os.time())
end

function request()
  local line
  if order == "random" then
    line = feed[math.random(#feed)]
  else
    next_line = next_line + 1
    -- past the end the last line comes again, and is refused: a run that asks for more than there is has failed
    line = feed[math.min(next_line, #feed)]
  end
  local headers = {}
  if line.name then headers[line.name] = line.value end
  if not template then return wrk.format("GET", line.path, headers) end
  headers["Content-Type"] = "application/json"
  return wrk.format("POST", line.path, headers, (template:gsub("KEY", line.key)))
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\nresult {"requests":%d,"seconds":%f,"p99":%f,"failed":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
