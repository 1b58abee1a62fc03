/** The browser that everybody prints with: the one Deckhand itself would take. */
export async function findBrowser() {
  return process.env.PUPPETEER_EXECUTABLE_PATH ?? null;
}
