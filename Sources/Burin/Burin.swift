// One import for users: the DSL, formulas, the scene, scales and geometry, checks and rendering.

@_exported public import BurinCharts
@_exported public import BurinGeometry
@_exported public import BurinLint
@_exported public import BurinMath
@_exported public import BurinRaster
@_exported public import BurinSVG
@_exported public import BurinScales
@_exported public import BurinScene

// Of parts that are not for users: their errors, where fonts come from, and what is kept.
@_exported public import enum BurinCairo.RenderError
@_exported public import enum BurinText.FontSource
@_exported public import class BurinText.RenderCache
@_exported public import enum BurinText.TextError
