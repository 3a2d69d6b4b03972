import type { ECharts } from 'echarts/core';
import { optionOf, type ChartData } from './options';
import { coloursOf } from './colours';

/**
 * Draws what the server gives it: bars, lines or a funnel. To assistive technology it is one image with a name; the same
 * numbers stand in a table beside it. The library comes only once a chart is on the page.
 */
class GangwayChart extends HTMLElement {
  #data?: ChartData;
  #chart?: ECharts;
  #leave?: AbortController;
  #size?: ResizeObserver;
  #appearance?: MutationObserver;

  set data(data: ChartData | undefined) {
    this.#data = data;
    this.#draw();
  }

  get data(): ChartData | undefined {
    return this.#data;
  }

  async connectedCallback() {
    const leave = new AbortController();
    this.#leave = leave;
    const { init } = await import('./library');
    if (leave.signal.aborted) {
      return;
    }
    this.#chart = init(this, undefined, { renderer: 'svg' });
    this.#chart.on('click', (part) => this.#open(part.dataIndex));
    this.#size = new ResizeObserver(() => {
      this.#chart?.resize();
      this.#draw();
    });
    this.#size.observe(this);
    this.#appearance = new MutationObserver(() => this.#draw());
    this.#appearance.observe(document.documentElement, { attributeFilter: ['data-appearance'] });
    for (const query of ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)']) {
      matchMedia(query).addEventListener('change', () => this.#draw(), { signal: leave.signal });
    }
    this.#draw();
  }

  disconnectedCallback() {
    this.#leave?.abort();
    this.#size?.disconnect();
    this.#appearance?.disconnect();
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  #draw() {
    if (!this.#chart || !this.#data) {
      return;
    }
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    // By name: the library measures texts apart from the page, where nothing is inherited.
    const font = getComputedStyle(this).fontFamily;
    this.#chart.setOption(optionOf(this.#data, coloursOf(this), font, this.clientWidth, calm), { notMerge: true });
  }

  /** A click on a part goes where the part's link in the table goes; keys have the table itself. */
  #open(index: number) {
    const address = this.#data?.links[index];
    if (address) {
      const link = document.createElement('a');
      link.href = address;
      this.after(link);
      link.click();
      link.remove();
    }
  }
}

customElements.define('gangway-chart', GangwayChart);
