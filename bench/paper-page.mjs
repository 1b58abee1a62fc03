export async function writePaperPage() {
  return null;
}
