/** Lists of network addresses: `192.0.2.7`, `192.0.2.0/24`, `2001:db8::/32`. */
import { BlockList, isIP } from 'node:net'

/** The list of the texts; null where one of them is no address and no network. */
export function addressList(texts: readonly string[]): BlockList | null {
  const list = new BlockList()
  for (const text of texts) {
    const [address = '', length, ...more] = text.split('/')
    const version = isIP(address)
    if (version === 0 || more.length > 0) return null
    const family = version === 4 ? 'ipv4' : 'ipv6'
    if (length === undefined) list.addAddress(address, family)
    // a network of length 0 is everybody
    else if (/^[1-9]\d{0,2}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128))
      list.addSubnet(address, Number(length), family)
    else return null
  }
  return list
}

/** Whether an address of a connection is on the list, an IPv4 address also in the form that IPv6 sockets have for it. */
export const isListed = (list: BlockList, address: string | undefined): boolean =>
  address !== undefined && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
