/** Entry of the viewer: what the page's component calls with new data, again and again. */

export default function viewer(): () => void {
  return () => undefined;
}
