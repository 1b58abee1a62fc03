import { readFileSync } from 'node:fs';

/**
 * Where other disks begin, as real paths. Two mounts of one disk have the same device number and still no file can be
 * renamed from one into the other, so that the number alone does not tell. Empty where the system has no such list.
 */
export function mountPoints(): ReadonlySet<string> {
  let list: string;
  try {
    list = readFileSync('/proc/self/mountinfo', 'utf8');
  } catch {
    return new Set();
  }
  // 36 35 98:0 /root /mnt/a\040b rw,noatime …      the fifth field, with octal escapes
  const fields = list.split('\n').map((line) => line.split(' ')[4] ?? '');
  return new Set(fields.map((field) => field.replace(/\\([0-7]{3})/g, (_, octal) => char(octal))));
}

function char(octal: string): string {
  return String.fromCharCode(Number.parseInt(octal, 8));
}
