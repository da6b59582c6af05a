/** What differs between two texts; it comes when somebody asks for it. */
export { type Change, diffLines } from 'diff'
