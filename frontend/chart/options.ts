import type { EChartsCoreOption } from 'echarts/core';
import type { Colours, Tone } from './colours';

/** What the server sends; its shape is the record `Shown` of the Java class `Chart`. */
export interface ChartData {
  kind: 'bars' | 'lines' | 'funnel';
  categories: string[];
  series: { name: string; tone: Tone; values: number[] }[];
  /** Addresses that a click on a part opens, by the part's index; may be empty. */
  links: string[];
}

const NARROW = 480;

export function optionOf(data: ChartData, colours: Colours, font: string, width: number, calm: boolean): EChartsCoreOption {
  const numbers = new Intl.NumberFormat(document.documentElement.lang || undefined);
  const common = {
    animation: !calm,
    animationDuration: 400,
    textStyle: { color: colours.text, fontFamily: font },
    tooltip: {
      appendTo: 'body',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 13 },
      valueFormatter: (value: unknown) => numbers.format(Number(value)),
    },
  };
  return data.kind === 'funnel'
    ? { ...common, ...funnel(data, colours, width, numbers) }
    : { ...common, ...axes(data, colours, width, numbers) };
}

function axes(data: ChartData, colours: Colours, width: number, numbers: Intl.NumberFormat): EChartsCoreOption {
  const label = { color: colours.quiet, fontSize: 12 };
  const compact = new Intl.NumberFormat(numbers.resolvedOptions().locale, { notation: 'compact' });
  return {
    legend: {
      show: data.series.length > 1,
      top: 0,
      left: 0,
      itemWidth: 14,
      itemHeight: 10,
      textStyle: { color: colours.text, fontSize: 13 },
      selectedMode: false,
    },
    grid: { top: data.series.length > 1 ? 40 : 16, left: 4, right: 12, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      data: data.categories,
      boundaryGap: data.kind === 'bars',
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { ...label, hideOverlap: true, interval: 'auto' },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: width < NARROW ? 3 : 5,
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { ...label, formatter: (value: number) => compact.format(value) },
    },
    series: data.series.map((series) => ({
      name: series.name,
      type: data.kind === 'bars' ? 'bar' : 'line',
      data: series.values,
      color: colours.tones[series.tone],
      barMaxWidth: 28,
      barGap: '10%',
      itemStyle: data.kind === 'bars' ? { borderRadius: [3, 3, 0, 0] } : {},
      symbol: 'circle',
      symbolSize: 6,
      showSymbol: data.categories.length <= 31,
      lineStyle: { width: 2 },
    })),
    tooltip: { trigger: 'axis', axisPointer: { type: data.kind === 'bars' ? 'shadow' : 'line' } },
  };
}

function funnel(data: ChartData, colours: Colours, width: number, numbers: Intl.NumberFormat): EChartsCoreOption {
  const [series] = data.series;
  const narrow = width < NARROW;
  return {
    tooltip: { trigger: 'item' },
    series: [
      {
        name: series.name,
        type: 'funnel',
        sort: 'none',
        top: 4,
        bottom: 4,
        left: 0,
        width: narrow ? '38%' : '45%',
        minSize: '2%',
        gap: 3,
        color: [colours.tones[series.tone]],
        itemStyle: { borderWidth: 0 },
        label: {
          position: 'right',
          color: colours.text,
          fontSize: 13,
          width: narrow ? width * 0.52 : width * 0.48,
          overflow: 'truncate',
          formatter: (part: { name: string; value: unknown }) => `${part.name}  ${numbers.format(Number(part.value))}`,
        },
        labelLine: { length: 12, lineStyle: { color: colours.line } },
        data: data.categories.map((name, index) => ({
          name,
          value: series.values[index],
          itemStyle: { color: colours.tones[series.tone] },
        })),
      },
    ],
  };
}
