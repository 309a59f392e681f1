// Says how much of the 100 is shared out so far, on pages that ask for shares. Without it they work the same.
// It stands in the page itself, put there by web/look.py; the page's policy allows these very words and no others.
for (const total of document.querySelectorAll('output[data-words]')) {
  const boxes = [...total.closest('fieldset').querySelectorAll('input[inputmode]')]
  const say = () => {
    const typed = boxes.map(box => box.value.trim())
    const clear = typed.some(Boolean) && typed.every(text => /^[0-9]{0,3}$/.test(text))
    const made = typed.reduce((sum, text) => sum + Number(text), 0)
    total.value = clear ? total.dataset.words.replace('{made}', made) : ''
  }
  for (const box of boxes) box.addEventListener('input', say)
  say()
}
