extension ReportPage {
  /// The page's style sheet.
  static let style = #"""
    :root {
      --paper: #fbfbfa; --card: #fff; --ink: #1d1f22; --soft: #5c6169; --line: #d9dbdf;
      --accent: #1f5fbf; --bad: #b3261e; --good: #1c6b3a; --gone: #b3261e; --come: #1c6b3a;
      --check: #e6e7ea; --mark: #d81bb5;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #16181b; --card: #1f2226; --ink: #e8e9eb; --soft: #a5abb4; --line: #3a3f46;
        --accent: #8ab4f8; --bad: #ff8a80; --good: #81c995; --gone: #ff9a91; --come: #8fd3a4;
        --check: #2c3036; --mark: #ff6ee0;
      }
    }
    * { box-sizing: border-box; }
    html { color-scheme: light dark; -webkit-text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 15px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif;
    }
    header.top, main { max-width: 1680px; margin: 0 auto; padding: 0 24px; }
    header.top { padding-top: 24px; }
    h1 { margin: 0; font-size: 24px; line-height: 1.25; overflow-wrap: anywhere; }
    h2 { margin: 0; font-size: 19px; line-height: 1.3; overflow-wrap: anywhere; }
    h3 { margin: 0 0 8px; font-size: 15px; }
    p { margin: 6px 0; overflow-wrap: anywhere; }
    .summary { font-size: 17px; }
    .note, small, figcaption { color: var(--soft); }
    .problem, .verdict { color: var(--bad); }
    .status {
      display: inline-block; padding: 0 8px; border: 1px solid currentColor; border-radius: 10px;
      color: var(--bad); font-size: 13px; font-weight: 600; line-height: 19px; vertical-align: 2px;
    }
    nav ul {
      display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 12px 0 0; padding: 0;
      list-style: none;
    }
    nav .status { border: 0; padding: 0; font-weight: 400; vertical-align: 0; }
    a { color: var(--accent); }
    .pair {
      margin: 20px 0; padding: 18px 20px 20px; background: var(--card);
      border: 1px solid var(--line); border-radius: 10px; scroll-margin-top: 12px;
    }
    .pair.current { border-color: var(--accent); }
    .fine { margin: 24px 0; color: var(--soft); }
    .fine summary { cursor: pointer; }

    .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin: 14px 0 10px; }
    .tools .set { display: inline-flex; }
    button {
      font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line);
      min-height: 34px; padding: 4px 12px; cursor: pointer; border-radius: 6px;
    }
    .set button { border-radius: 0; margin-left: -1px; }
    .set button:first-child { border-radius: 6px 0 0 6px; margin-left: 0; }
    .set button:last-child { border-radius: 0 6px 6px 0; }
    button:hover { border-color: var(--accent); position: relative; }
    button[aria-pressed="true"] {
      background: var(--accent); border-color: var(--accent); color: var(--card);
    }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    .tools label { display: inline-flex; align-items: center; gap: 8px; color: var(--soft); }
    .tools output { min-width: 4ch; font-variant-numeric: tabular-nums; }
    input[type="range"] { width: 140px; accent-color: var(--accent); }
    @media (pointer: coarse) { button { min-height: 44px; } }

    .stage { position: relative; display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
    .pane { margin: 0; min-width: 0; }
    .window {
      position: relative; overflow: hidden; border: 1px solid var(--line);
      background: var(--paper);
    }
    .layer { position: relative; transform-origin: 0 0; }
    .layer img {
      display: block; max-width: 100%; height: auto;
      background: repeating-conic-gradient(var(--check) 0 25%, var(--card) 0 50%) 0 0 / 16px 16px;
    }
    .viewer.live .layer { position: absolute; top: 0; left: 0; }
    .viewer.live .layer img { max-width: none; }
    .viewer.live.near .layer img { image-rendering: pixelated; }
    .viewer.live.zoomed .window { cursor: grab; touch-action: none; }
    figcaption { font-size: 13px; padding-top: 4px; }
    figcaption span { font-variant-numeric: tabular-nums; padding-left: 6px; }
    .marks { display: none; }
    .box {
      display: none; position: absolute; pointer-events: none;
      box-shadow: 0 0 0 var(--pixel, 1px) var(--mark);
    }
    .boxed .box { display: block; }
    .box.chosen { display: block; box-shadow: 0 0 0 calc(3 * var(--pixel, 1px)) var(--mark); }
    .stage:not(:has(.pane + .pane)) { grid-template-columns: minmax(0, 50%); }

    [data-mode="swipe"] .stage, [data-mode="turns"] .stage, [data-mode="amplified"] .stage,
    [data-mode="marks"] .stage { grid-template-columns: 1fr; gap: 0; }
    [data-mode="swipe"] .pane, [data-mode="turns"] .pane, [data-mode="amplified"] .pane {
      grid-area: 1 / 1;
    }
    [data-mode="swipe"] .actual .window { clip-path: inset(0 0 0 var(--swipe, 50%)); }
    [data-mode="swipe"] .actual figcaption { text-align: right; }
    [data-mode="turns"] .actual { visibility: hidden; }
    [data-mode="turns"].turned .actual { visibility: visible; }
    [data-mode="turns"].turned .expected { visibility: hidden; }
    [data-mode="amplified"] .stage { isolation: isolate; }
    [data-mode="amplified"] .window { background: #000; border-color: #000; }
    [data-mode="amplified"] img { background: #000; }
    [data-mode="amplified"] .actual { mix-blend-mode: difference; }
    [data-mode="amplified"] .actual figcaption, [data-mode="amplified"] .box { display: none; }
    [data-mode="amplified"] .expected figcaption { visibility: hidden; }
    [data-mode="amplified"] .stage { filter: brightness(var(--gain, 8)); }
    [data-mode="marks"] .expected, [data-mode="marks"] .actual { display: none; }
    [data-mode="marks"] .marks { display: block; }
    .divider {
      display: none; position: absolute; top: 0; bottom: 24px; left: var(--swipe, 50%); width: 32px;
      margin-left: -16px; cursor: ew-resize; touch-action: none;
    }
    .divider::before {
      content: ""; position: absolute; top: 0; bottom: 0; left: 15px; width: 2px;
      background: var(--accent);
    }
    .divider::after {
      content: "↔"; position: absolute; top: 50%; left: 2px; width: 28px; height: 28px;
      margin-top: -14px; border-radius: 50%; background: var(--accent); color: var(--card);
      text-align: center; line-height: 28px;
    }
    [data-mode="swipe"] .divider { display: block; }

    .findings { display: grid; grid-template-columns: 1fr; gap: 18px 28px; margin-top: 14px; }
    @media (min-width: 1100px) {
      .findings:has(.changes):has(.regions) { grid-template-columns: 3fr 2fr; }
    }
    .changes, .regions { min-width: 0; }
    table { border-collapse: collapse; width: 100%; }
    th, td {
      text-align: left; vertical-align: top; padding: 5px 12px 5px 0;
      border-bottom: 1px solid var(--line); overflow-wrap: anywhere;
    }
    .changes td:nth-child(2) { white-space: nowrap; }
    .changes .rows { max-height: 420px; overflow: auto; }
    th { font-weight: 600; font-size: 13px; color: var(--soft); }
    del { color: var(--gone); text-decoration: none; }
    ins { color: var(--come); text-decoration: none; }
    .swatch {
      display: inline-block; width: 12px; height: 12px; margin-right: 5px;
      border: 1px solid var(--line); vertical-align: -1px;
    }
    .regions ol {
      display: grid; grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); gap: 0 24px;
      margin: 0; padding-left: 28px; max-height: 420px; overflow: auto;
    }
    .regions li { padding: 2px; }
    .regions button {
      width: 100%; text-align: left; vertical-align: top; border-color: transparent;
      padding: 4px 8px;
    }
    .regions button[aria-pressed="true"] small { color: inherit; }
    .regions button b { font-weight: 600; overflow-wrap: anywhere; }
    .regions button i { font-style: normal; }
    .regions button small { display: block; }
    .tolerated b { color: var(--soft); }
    .tolerated button[aria-pressed="true"] b { color: inherit; }

    dialog {
      background: var(--card); color: var(--ink); border: 1px solid var(--line);
      border-radius: 10px; max-width: 32rem;
    }
    dialog dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; }
    dialog dt { font-weight: 600; }
    dialog dd { margin: 0; }

    @media (max-width: 720px) {
      header.top, main { padding: 0 12px; }
      header.top { padding-top: 16px; }
      .pair { padding: 14px 12px; border-radius: 8px; }
      .stage { grid-template-columns: 1fr; }
      .tools { gap: 8px; }
      .tools .modes { display: grid; grid-template-columns: repeat(5, 1fr); width: 100%; }
      .tools .modes button { padding: 4px 2px; font-size: 13px; }
      .changes thead { display: none; }
      .changes tr { display: block; border-bottom: 1px solid var(--line); padding: 6px 0; }
      .changes td { display: block; border: 0; padding: 0; }
      .changes td:nth-child(2) { color: var(--soft); }
      .changes del::before { content: "− "; }
      .changes ins::before { content: "+ "; }
      .changes td:has(> del:empty, > ins:empty) { display: none; }
      .tools label { width: 100%; }
      .tools label input { flex: 1; }
      .stage:not(:has(.pane + .pane)) { grid-template-columns: 1fr; }
    }
    @media print {
      .tools, nav { display: none; }
      .pair { break-inside: avoid; }
    }

    """#
}
