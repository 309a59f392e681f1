// Makes static/build from the style sheets here and the open font. Does nothing if nothing changed.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
const out = join(root, 'static', 'build')
const stamp = join(out, 'made-from.txt')
const sheets = ['evaluator', 'resident']
const fonts = ['latin-400-normal', 'latin-700-normal', 'latin-ext-400-normal', 'latin-ext-700-normal', 'latin-400-italic']

const state = sourceDigest()
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) process.exit(0)

// The stamp is written last, so that a build that was cut short is made again.
rmSync(out, { recursive: true, force: true })
mkdirSync(join(out, 'fonts'), { recursive: true })
copyFonts()
await writeSheets()
writeFileSync(stamp, state)

function sourceDigest () {
  const digest = createHash('sha256')
  for (const name of readdirSync(here).sort()) digest.update(name).update(readFileSync(join(here, name)))
  return digest.update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
}

function copyFonts () {
  const from = join(root, 'node_modules', '@fontsource', 'atkinson-hyperlegible-next')
  for (const font of fonts) {
    const name = `atkinson-${font.replace('-normal', '')}.woff2`
    cpSync(join(from, 'files', `atkinson-hyperlegible-next-${font}.woff2`), join(out, 'fonts', name))
  }
  cpSync(join(from, 'LICENSE'), join(out, 'fonts', 'LICENSE'))
}

async function writeSheets () {
  const sass = await import('sass')
  for (const sheet of sheets) {
    const { css } = sass.compile(join(here, `${sheet}.scss`), {
      style: 'compressed', charset: false, loadPaths: [join(root, 'node_modules')], quietDeps: true
    })
    const file = join(out, `${sheet}.css`)
    writeFileSync(file, css)
    writeFileSync(`${file}.br`, brotliCompressSync(css))
    writeFileSync(`${file}.gz`, gzipSync(css, { level: 9 }))
  }
}
