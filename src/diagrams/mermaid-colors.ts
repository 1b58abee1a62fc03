import { inks } from './inks.js';

const { text, muted, ground, wash, line, accent, second, mark } = inks;
const onMark = inks['on-mark'];
/** The colours of series, in their order. */
export const series = Object.entries(inks).flatMap(([name, ink]) =>
  name.startsWith('series-') ? [ink] : [],
);

/** `name0` to `name<count - 1>` in the colours of series, or all in one. */
function each(name: string, count: number, from: number, color?: string): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${name}${index + from}`,
      color ?? series[index % series.length] ?? text,
    ]),
  );
}

/** One colour for many names. */
export function all(color: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, color]));
}

/**
 * Every colour that Mermaid's `base` theme has. Left alone it works colours out from one another, which colours that
 * stand for others do not survive.
 */
export const themeVariables = {
  darkMode: false,
  useGradient: false,
  dropShadow: 'none',
  radius: 0,
  strokeWidth: 2,
  fontSize: '16px',
  ...all(
    text,
    `primaryTextColor secondaryTextColor tertiaryTextColor textColor nodeTextColor titleColor lineColor
     arrowheadColor defaultLinkColor nodeBorder primaryBorderColor secondaryBorderColor tertiaryBorderColor
     actorBorder actorTextColor signalColor labelTextColor loopTextColor labelBoxBorderColor activationBorderColor
     personBorder transitionColor stateLabelColor compositeBorder innerEndBackground specialStateColor classText
     scaleLabelColor pieTitleTextColor pieLegendTextColor pieOuterStrokeColor vennTitleTextColor vennSetTextColor
     archEdgeColor archEdgeArrowColor quadrant1TextFill quadrant2TextFill quadrant3TextFill quadrant4TextFill
     quadrantPointTextFill quadrantXAxisTextFill quadrantYAxisTextFill quadrantTitleFill
     quadrantExternalBorderStrokeFill requirementBorderColor requirementTextColor relationColor relationLabelColor
     tagLabelColor tagLabelBorder commitLabelColor errorTextColor taskTextOutsideColor taskTextDarkColor
     taskTextClickableColor emArrowhead emRelationStroke gradientStart gradientStop`,
  ),
  ...all(
    muted,
    'actorLineColor signalTextColor transitionLabelColor clusterBorder border2 archGroupBorderColor doneTaskBorderColor',
  ),
  ...all(
    ground,
    `background primaryColor nodeBkg mainBkg actorBkg labelBoxBkgColor sequenceNumberColor personBkg rowOdd
     stateBkg labelBackgroundColor compositeBackground edgeLabelBackground relationLabelBackground
     requirementBackground pieSectionTextColor pieStrokeColor attributeBackgroundColorOdd branchLabelColor
     taskTextColor taskTextLightColor quadrant2Fill quadrant4Fill commitLabelBackground emSwimlaneBackgroundOdd
     altSectionBkgColor`,
  ),
  ...all(
    wash,
    `secondaryColor tertiaryColor clusterBkg activationBkgColor rectBkgColor sectionBkgColor sectionBkgColor2
     excludeBkgColor rowEven altBackground compositeTitleBackground errorBkgColor doneTaskBkgColor
     quadrant1Fill quadrant3Fill tagLabelBackground attributeBackgroundColorEven`,
  ),
  ...all(line, 'gridColor quadrantInternalBorderStrokeFill emSwimlaneBackgroundStroke'),
  ...all(
    accent,
    'activeTaskBkgColor activeTaskBorderColor critBorderColor critBkgColor todayLineColor vertLineColor quadrantPointFill wardleyEvolutionColor',
  ),
  ...all(second, 'taskBkgColor taskBorderColor'),
  ...all(mark, 'noteBkgColor'),
  ...all(onMark, 'noteTextColor noteBorderColor'),
  ...each('cScale', 12, 0),
  ...each('cScalePeer', 12, 0),
  ...each('cScaleInv', 12, 0),
  ...each('actor', 6, 0),
  faceColor: ground,
  ...each('cScaleLabel', 12, 0, ground),
  ...each('surface', 5, 0, wash),
  ...each('surfacePeer', 5, 0, line),
  ...each('fillType', 8, 0),
  ...each('pie', 12, 1),
  ...each('venn', 8, 1),
  ...each('git', 8, 0),
  ...each('gitInv', 8, 0, text),
  ...each('gitBranchLabel', 8, 0, ground),
  pieOuterStrokeWidth: '0px',
  // A pie is drawn larger than other diagrams, so its words come out smaller.
  pieTitleTextSize: '24px',
  pieSectionTextSize: '24px',
  pieLegendTextSize: '20px',
  pieOpacity: '1',
  tagLabelFontSize: '14px',
  commitLabelFontSize: '14px',
  emUiFill: wash,
  emUiStroke: text,
  emProcessorFill: inks['series-6'],
  emProcessorStroke: inks['series-6'],
  emReadModelFill: inks['series-7'],
  emReadModelStroke: inks['series-7'],
  emCommandFill: inks['series-5'],
  emCommandStroke: inks['series-5'],
  emEventFill: inks['series-2'],
  emEventStroke: inks['series-2'],
  packet: {
    labelFontSize: '16px',
    byteFontSize: '14px',
    titleFontSize: '20px',
    ...all(text, 'startByteColor endByteColor labelColor titleColor blockStrokeColor'),
    blockFillColor: wash,
  },
  treeView: { labelFontSize: '16px', labelColor: text, lineColor: muted },
  cynefin: {
    ...all(text, 'boundaryColor arrowColor textColor labelColor'),
    ...all(accent, 'cliffColor'),
    ...all(wash, 'complexBg complicatedBg chaoticBg clearBg confusionBg'),
    domainFontSize: 18,
    itemFontSize: 14,
  },
  radar: {
    axisColor: muted,
    axisStrokeWidth: 1,
    axisLabelFontSize: 16,
    curveOpacity: 0.2,
    curveStrokeWidth: 3,
    graticuleColor: line,
    graticuleStrokeWidth: 1,
    graticuleOpacity: 0,
    legendBoxSize: 14,
    legendFontSize: 16,
  },
  wardley: {
    ...all(
      text,
      'axisColor axisTextColor componentStroke componentLabelColor linkStroke annotationStroke annotationTextColor',
    ),
    ...all(ground, 'backgroundColor componentFill annotationFill'),
    gridColor: line,
    evolutionStroke: accent,
  },
  xyChart: {
    backgroundColor: 'transparent',
    ...all(
      text,
      'titleColor legendTextColor xAxisTitleColor xAxisLabelColor yAxisTitleColor yAxisLabelColor xAxisLineColor yAxisLineColor xAxisTickColor yAxisTickColor dataLabelColor',
    ),
    plotColorPalette: series.join(','),
  },
};

const c4Kinds =
  'system system_db system_queue container container_db container_queue component component_db component_queue'.split(
    ' ',
  );

/** Kinds of boxes in C4 diagrams: ours are plain, others' are on the wash. */
export const c4Colors = {
  person_bg_color: inks['series-1'],
  person_border_color: inks['series-1'],
  external_person_bg_color: wash,
  external_person_border_color: muted,
  ...Object.fromEntries(
    c4Kinds.flatMap((kind) => [
      [`${kind}_bg_color`, ground],
      [`${kind}_border_color`, text],
      [`external_${kind}_bg_color`, wash],
      [`external_${kind}_border_color`, muted],
    ]),
  ),
};

/** Sizes of words in C4 diagrams, which are smaller than anybody reads. */
export const c4Sizes = Object.fromEntries(
  ['person', ...c4Kinds]
    .flatMap((kind) => [kind, `external_${kind}`])
    .concat('boundary', 'message')
    .map((kind) => [`${kind}FontSize`, 16]),
);

/** What no variable says. The class `point` is for the one box that a slide is about. */
export const themeCSS = `
.edgeLabel rect, rect.background, .labelBkg { opacity: 1 !important }
.point :is(rect, path, polygon, circle, ellipse) { fill: ${accent} !important; stroke: ${accent} !important }
.section-root text, .section-root tspan { text-anchor: middle !important }
.lineWrapper line { stroke: ${text} !important }
.links path { stroke-opacity: .3 !important }
.grid .tick text { font-size: 14px }
.grid .tick line { stroke: ${line} !important; opacity: 1 !important }
.grid path { stroke: none !important }
.treemapSection { fill-opacity: .2 !important }
.treemapLeaf { fill-opacity: 1 !important }
.treemapSectionLabel, .treemapSectionValue { font-size: 18px !important }
[class^="line-plot"] path { stroke-width: 4px }
`;

/** Colours of charts that are built in, and those that stand for them. */
export const builtInColors: Readonly<Record<string, string>> = Object.fromEntries(
  '#4e79a7 #f28e2c #e15759 #76b7b2 #59a14f #edc949 #af7aa1 #ff9da7 #9c755f #bab0ab'
    .split(' ')
    .map((color, index) => [color, series[index % series.length] ?? text]),
);
