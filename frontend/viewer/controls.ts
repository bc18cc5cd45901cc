/** The characteristics of what is shown: which faces carry them, for who taps a face or a line of their table. */

/** What another block of the page wants to be lit up. */
export interface Shown {
  readonly part: string;
  readonly faces: readonly number[];
  readonly title: string;
  readonly lines: readonly (readonly [string, string])[];
}

interface Row { readonly balloon: number; readonly label: string; readonly nominal: string; readonly limits: string; readonly by: string; readonly faces: readonly number[] }

/** Page-wide events: something to be shown (or null), and a face that was tapped. */
export const SHOW = "lo-characteristic", TAPPED = "lo-face";

export class Controls {
  private readonly rows = new Map<string, Row[]>();
  private address: string | null = null;
  private gone = new AbortController();

  /** Whether anything is controlled of what is shown. */
  get any(): boolean {
    return this.rows.size > 0;
  }

  /** The characteristics at `address` are those of what is shown; null: none are told. */
  want(address: string | null): void {
    if (address === this.address) return;
    this.address = address;
    this.gone.abort();
    this.rows.clear();
    if (address !== null) void this.fetch(address, this.gone = new AbortController());
  }

  /** The lines about a face; none if it carries nothing. */
  on(part: string, face: number): [string, string][] {
    return (this.rows.get(part) ?? []).filter((row) => row.faces.includes(face)).map(
      (row) => [`${row.balloon} · ${row.label}`, [row.nominal, row.limits || row.by].filter(Boolean).join(", ")]);
  }

  private async fetch(address: string, gone: AbortController): Promise<void> {
    try {
      const response = await fetch(new URL(address, document.baseURI), { signal: gone.signal, credentials: "same-origin" });
      if (!response.ok) return; // their own block says so, and asks again
      const told = await response.json() as { parts: { part: string; rows: Row[] }[] };
      if (!gone.signal.aborted) for (const each of told.parts) this.rows.set(each.part, each.rows);
    } catch {
      if (this.address === address) this.address = null;
    }
  }
}
