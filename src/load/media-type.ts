/** What a file is by its content, for everything that is no picture and no text. */
interface Media {
  readonly mediaType: string;
  /** The ending by which servers and browsers know it. */
  readonly extension: string;
}

/** Tells a video, a sound or a font by the head of the file; null for everything else. */
export function mediaHead(bytes: Buffer, kind: 'video' | 'audio' | 'font'): Media | null {
  const at = (offset: number, text: string) =>
    bytes.length >= offset + text.length && bytes.toString('latin1', offset, offset + text.length) === text;
  if (kind === 'font') {
    if (at(0, 'wOF2')) return { mediaType: 'font/woff2', extension: 'woff2' };
    if (at(0, 'wOFF')) return { mediaType: 'font/woff', extension: 'woff' };
    if (at(0, 'OTTO')) return { mediaType: 'font/otf', extension: 'otf' };
    if (at(0, '\0\x01\0\0') || at(0, 'true')) return { mediaType: 'font/ttf', extension: 'ttf' };
    return null;
  }
  // Containers hold either; what the author asked for decides.
  const container = at(4, 'ftyp') ? 'mp4' : at(0, '\x1aE\xdf\xa3') ? 'webm' : at(0, 'OggS') ? 'ogg' : null;
  if (container !== null) {
    const extension =
      container === 'mp4' && kind === 'audio'
        ? 'm4a'
        : container === 'ogg' && kind === 'video'
          ? 'ogv'
          : container;
    return { mediaType: `${kind}/${container}`, extension };
  }
  if (kind === 'video') return null;
  if (at(0, 'RIFF') && at(8, 'WAVE')) return { mediaType: 'audio/wav', extension: 'wav' };
  if (at(0, 'fLaC')) return { mediaType: 'audio/flac', extension: 'flac' };
  const mpegFrame = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0;
  return at(0, 'ID3') || mpegFrame ? { mediaType: 'audio/mpeg', extension: 'mp3' } : null;
}
