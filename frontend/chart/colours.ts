/** The page's colours as the library wants them: it calculates with red, green and blue, and knows no oklch. */
export interface Colours {
  text: string;
  quiet: string;
  line: string;
  surface: string;
  tones: Record<Tone, string>;
}

export type Tone = 'main' | 'second' | 'good' | 'bad';

export function coloursOf(element: HTMLElement): Colours {
  const colour = (property: string) => resolved(element, property);
  return {
    text: colour('--vaadin-text-color'),
    quiet: colour('--gw-quiet'),
    line: colour('--gw-line'),
    surface: colour('--gw-surface'),
    tones: {
      main: colour('--gw-accent'),
      second: colour('--gw-chart-second'),
      good: colour('--gw-good'),
      bad: colour('--gw-bad'),
    },
  };
}

function resolved(element: HTMLElement, property: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${property})`;
  element.parentElement!.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.fillStyle = computed;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
  return `rgba(${red}, ${green}, ${blue}, ${alpha / 255})`;
}
