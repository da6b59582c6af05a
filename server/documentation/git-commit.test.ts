import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkedOutCommit } from './git-commit.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fichero-git-'))
})
afterEach(() => rm(directory, { recursive: true }))

function git(...words: string[]): string {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
  const env = { PATH: process.env.PATH, HOME: directory, GIT_CONFIG_NOSYSTEM: '1' }
  return execFileSync('git', [...who, '-C', directory, ...words], { encoding: 'utf8', env, stdio: 'pipe' }).trim()
}

function repository(): string {
  git('init', '--quiet')
  git('commit', '--quiet', '--allow-empty', '--message', 'first')
  return git('rev-parse', 'HEAD')
}

test('a branch that is checked out', () => {
  expect(checkedOutCommit(directory)).toBe('')
  const commit = repository()
  expect(commit).toMatch(/^[0-9a-f]{40}$/)
  expect(checkedOutCommit(directory)).toBe(commit)
})

test('a branch whose reference is packed', () => {
  const commit = repository()
  git('pack-refs', '--all')
  expect(checkedOutCommit(directory)).toBe(commit)
})

test('a commit that is checked out without a branch', () => {
  const commit = repository()
  git('checkout', '--quiet', '--detach')
  git('branch', '--delete', '--force', '--quiet', git('branch', '--format=%(refname:short)').split('\n').at(-1)!)
  expect(checkedOutCommit(directory)).toBe(commit)
})

test('a second working tree', () => {
  const commit = repository()
  git('worktree', 'add', '--quiet', '-b', 'other', 'tree')
  expect(checkedOutCommit(join(directory, 'tree'))).toBe(commit)
})

test('a repository without a commit has none', () => {
  git('init', '--quiet')
  expect(checkedOutCommit(directory)).toBe('')
})
