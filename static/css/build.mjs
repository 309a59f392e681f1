// Makes static/build from the style sheets here and the open font. Does nothing if nothing changed.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
const out = join(root, 'static', 'build')
// Made beside the old one and put in its place when whole, so that a running server never misses a file.
const made = `${out}.new`
const stamp = join(out, 'made-from.txt')
const sheets = ['evaluator', 'resident', 'resident-question', 'resident-share', 'resident-check']
const fonts = ['latin-400-normal', 'latin-700-normal', 'latin-ext-400-normal', 'latin-ext-700-normal', 'latin-400-italic']

const state = sourceDigest()
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) process.exit(0)

rmSync(made, { recursive: true, force: true })
mkdirSync(join(made, 'fonts'), { recursive: true })
copyFonts()
await writeSheets()
writeFileSync(join(made, 'made-from.txt'), state)
rmSync(out, { recursive: true, force: true })
renameSync(made, out)

function sourceDigest () {
  const digest = createHash('sha256')
  for (const name of readdirSync(here).sort()) digest.update(name).update(readFileSync(join(here, name)))
  return digest.update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
}

function copyFonts () {
  const from = join(root, 'node_modules', '@fontsource', 'atkinson-hyperlegible-next')
  for (const font of fonts) {
    const name = `atkinson-${font.replace('-normal', '')}.woff2`
    cpSync(join(from, 'files', `atkinson-hyperlegible-next-${font}.woff2`), join(made, 'fonts', name))
  }
  cpSync(join(from, 'LICENSE'), join(made, 'fonts', 'LICENSE'))
}

async function writeSheets () {
  const sass = await import('sass')
  for (const sheet of sheets) {
    const { css } = sass.compile(join(here, `${sheet}.scss`), {
      style: 'compressed', charset: false, loadPaths: [join(root, 'node_modules')], quietDeps: true
    })
    const file = join(made, `${sheet}.css`)
    writeFileSync(file, css)
    writeFileSync(`${file}.br`, brotliCompressSync(css))
    writeFileSync(`${file}.gz`, gzipSync(css, { level: 9 }))
  }
}
