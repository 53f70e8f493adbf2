public import BurinCharts
public import Foundation

extension CGFloat: PrimitivePlottableProtocol {}
