/// Commands that others express: those of plain TeX, mathtools, braket, physics and KaTeX's lists.
///
/// Each line is a name, with its number of arguments if it has any, and its text.
enum BuiltInMacros {
  /// The macros by name.
  static let table: [String: Macro] = {
    var table: [String: Macro] = [:]
    for line in source.split(separator: "\n") {
      guard let space = line.firstIndex(of: " ") else { continue }
      let head = line[..<space].split(separator: "/")
      guard let name = head.first else { continue }
      let body = Array(line[line.index(after: space)...].unicodeScalars)
      table[String(name)] = Macro(
        arguments: head.count > 1 ? Int(head[1]) ?? 0 : 0, optional: nil, body: body)
    }
    return table
  }()

  private static let source = #"""
    Eqqcolon \mathrel{=\mkern-1.2mu\dblcolon}
    Eqcolon \mathrel{-\mkern-1.2mu\dblcolon}
    Coloneq \mathrel{\dblcolon\mkern-1.2mu-}
    colonapprox \mathrel{\vcentcolon\mkern-1.2mu\approx}
    Colonapprox \mathrel{\dblcolon\mkern-1.2mu\approx}
    colonsim \mathrel{\vcentcolon\mkern-1.2mu\sim}
    Colonsim \mathrel{\dblcolon\mkern-1.2mu\sim}
    simcolon \mathrel{\sim\mkern-1.2mu\vcentcolon}
    approxcolon \mathrel{\approx\mkern-1.2mu\vcentcolon}
    simcoloncolon \mathrel{\sim\mkern-1.2mu\dblcolon}
    approxcoloncolon \mathrel{\approx\mkern-1.2mu\dblcolon}
    minuscolon \mathrel{-\mkern-1.2mu\vcentcolon}
    minuscoloncolon \mathrel{-\mkern-1.2mu\dblcolon}
    equalscoloncolon \mathrel{=\mkern-1.2mu\dblcolon}
    colonminus \mathrel{\vcentcolon\mkern-1.2mu-}
    coloncolonminus \mathrel{\dblcolon\mkern-1.2mu-}
    coloncolonapprox \mathrel{\dblcolon\mkern-1.2mu\approx}
    coloncolonsim \mathrel{\dblcolon\mkern-1.2mu\sim}
    vcentercolon \vcentcolon
    Approxcolon \mathrel{\approx\mkern-1.2mu\dblcolon}
    Simcolon \mathrel{\sim\mkern-1.2mu\dblcolon}
    colondash \mathrel{\vcentcolon\mkern-1.2mu-}
    Colondash \mathrel{\dblcolon\mkern-1.2mu-}
    Dashcolon \mathrel{-\mkern-1.2mu\dblcolon}
    mathmbox/1 \mathmakebox{#1}
    textllap/1 \llap{#1}
    textrlap/1 \rlap{#1}
    textclap/1 \clap{#1}
    crampedllap/1 \mathllap{\cramped{#1}}
    crampedrlap/1 \mathrlap{\cramped{#1}}
    crampedclap/1 \mathclap{\cramped{#1}}
    crampedsubstack/1 \substack{#1}
    xlongrightarrow \xrightarrow
    xlongleftarrow \xleftarrow
    xLongrightarrow \xRightarrow
    xLongleftarrow \xLeftarrow
    vtop/1 \text{#1}
    parbox/2 \text{#2}
    stackbin/2 \mathbin{\overset{#1}{#2}}
    Space/3 \rule[-#3]{0pt}{#2}\hspace{#1}
    bold/1 \boldsymbol{#1}
    idotsint \int\!\cdots\!\int
    varlimsup \mathop{\overline{\mathrm{lim}}}
    varliminf \mathop{\underline{\mathrm{lim}}}
    varinjlim \mathop{\underrightarrow{\mathrm{lim}}}
    varprojlim \mathop{\underleftarrow{\mathrm{lim}}}
    TeX \mathrm{T\mkern-3mu\lower.4ex{E}\mkern-2mu X}
    LaTeX \mathrm{L\mkern-6mu\raise.45ex{\scriptstyle A}\mkern-3mu T\mkern-3mu\lower.4ex{E}\mkern-2mu X}
    KaTeX \mathrm{K\mkern-3mu\raise.45ex{\scriptstyle A}\mkern-3mu T\mkern-3mu\lower.4ex{E}\mkern-2mu X}
    abs \burinpaired*{\lvert}{\rvert}
    norm \burinpaired*{\lVert}{\rVert}
    absolutevalue \burinpaired*{\lvert}{\rvert}
    set/1 \{\,{#1}\,\}
    Set/1 \left\{\,{#1}\,\right\}
    bra/1 \mathinner{\langle{#1}|}
    ket/1 \mathinner{|{#1}\rangle}
    braket/1 \mathinner{\langle{#1}\rangle}
    Bra/1 \left\langle{#1}\right|
    Ket/1 \left|{#1}\right\rangle
    angln \angl{n}
    xmathstrut/1 \vphantom{\rule[-.3em]{0pt}{#1em}}
    nuparrow \not\uparrow
    ndownarrow \not\downarrow
    tr \operatorname{tr}
    Tr \operatorname{Tr}
    rank \operatorname{rank}
    erf \operatorname{erf}
    Res \operatorname{Res}
    grad \boldsymbol{\nabla}
    curl \boldsymbol{\nabla}\times
    divergence \boldsymbol{\nabla}\cdot
    laplacian \nabla^2
    vb/1 \boldsymbol{\mathrm{#1}}
    va/1 \vec{\boldsymbol{\mathrm{#1}}}
    vu/1 \hat{\boldsymbol{\mathrm{#1}}}
    vectorbold/1 \boldsymbol{\mathrm{#1}}
    dotproduct \cdot
    vdot \mathbin{\boldsymbol{\cdot}}
    cross \times
    comm/2 \left[#1,#2\right]
    commutator/2 \left[#1,#2\right]
    acomm/2 \left\{#1,#2\right\}
    anticommutator/2 \left\{#1,#2\right\}
    pb/2 \left\{#1,#2\right\}
    ketbra/2 \left|#1\middle\rangle\middle\langle#2\right|
    dyad/2 \left|#1\middle\rangle\middle\langle#2\right|
    matrixel/3 \left\langle#1\middle|#2\middle|#3\right\rangle
    mel/3 \left\langle#1\middle|#2\middle|#3\right\rangle
    expval/1 \left\langle#1\right\rangle
    ev/1 \left\langle#1\right\rangle
    innerproduct/2 \left\langle#1\middle|#2\right\rangle
    ip/2 \left\langle#1\middle|#2\right\rangle
    order/1 \mathcal{O}\left(#1\right)
    pv/1 \mathcal{P}\int
    matrixquantity \mqty
    smallmatrixquantity \smqty
    matrixdeterminant \mdet
    smallmatrixdeterminant \smdet
    identitymatrix \imat
    xmatrix \xmat
    zeromatrix \zmat
    paulimatrix \pmat
    diagonalmatrix \dmat
    antidiagonalmatrix \admat
    variation \delta
    gradient \grad
    vnabla \boldsymbol{\nabla}
    pderivative \pdv
    evaluated \eval
    vectorarrow/1 \va{#1}
    vectorunit/1 \vu{#1}
    crossproduct \times
    poissonbracket/2 \pb{#1}{#2}
    op/2 \ketbra{#1}{#2}
    outerproduct/2 \ketbra{#1}{#2}
    expectationvalue/1 \expval{#1}
    matrixelement/3 \mel{#1}{#2}{#3}
    flatfrac/2 {#1}/{#2}
    PV \mathcal{P}
    principalvalue \mathcal{P}
    trace \operatorname{tr}
    Trace \operatorname{Tr}
    real \operatorname{Re}
    imaginary \operatorname{Im}
    Residue \operatorname{Res}
    determinant \det
    Probability \Pr
    exponential \exp
    logarithm \log
    naturallogarithm \ln
    sine \sin
    cosine \cos
    tangent \tan
    secant \sec
    cosecant \csc
    cotangent \cot
    hypsine \sinh
    hypcosine \cosh
    hyptangent \tanh
    arcsine \arcsin
    arccosine \arccos
    arctangent \arctan
    qq/1 \quad\text{#1}\quad
    qqtext/1 \quad\text{#1}\quad
    qcomma ,\quad
    qc ,\quad
    qcc \quad\text{c.c.}\quad
    sech \operatorname{sech}
    csch \operatorname{csch}
    arcsec \operatorname{arcsec}
    arccsc \operatorname{arccsc}
    arccot \operatorname{arccot}
    asin \operatorname{asin}
    acos \operatorname{acos}
    atan \operatorname{atan}
    asec \operatorname{asec}
    acsc \operatorname{acsc}
    acot \operatorname{acot}
    qif \quad\text{if}\quad
    qthen \quad\text{then}\quad
    qelse \quad\text{else}\quad
    qotherwise \quad\text{otherwise}\quad
    qunless \quad\text{unless}\quad
    qgiven \quad\text{given}\quad
    qusing \quad\text{using}\quad
    qassume \quad\text{assume}\quad
    qsince \quad\text{since}\quad
    qlet \quad\text{let}\quad
    qfor \quad\text{for}\quad
    qall \quad\text{all}\quad
    qeven \quad\text{even}\quad
    qodd \quad\text{odd}\quad
    qinteger \quad\text{integer}\quad
    qand \quad\text{and}\quad
    qor \quad\text{or}\quad
    qas \quad\text{as}\quad
    qin \quad\text{in}\quad
    nicefrac/2 {}^{#1}\!/\!_{#2}
    unitfrac/2 {}^{\mathrm{#1}}\!/\!_{\mathrm{#2}}
    units/1 \,\mathrm{#1}
    """#
}
