import InformationTheory
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Fits of a Gaussian to a mixture")
struct GaussianFitTests {
  let bimodal: GaussianMixture

  init() throws {
    bimodal = try GaussianMixture(weights: [0.5, 0.5], means: [-2, 2], sigmas: [0.7, 0.7])
  }

  // SciPy 1.17: quad, minimize.
  @Test("Forward covers, reverse picks")
  func reference() throws {
    let forward = try bimodal.forwardFit()
    #expect(forward.gaussian.mean == 0)
    #expect(isClose(forward.gaussian.sigma, 2.118962010041709, relative: 1e-12))
    #expect(isClose(forward.divergence.nats, 0.4205051693101897, relative: 1e-9))
    let reverse = try bimodal.reverseFits()
    let best = try #require(reverse.first)
    #expect(isClose(best.gaussian.mean, 1.9817541810003703, relative: 1e-7))
    #expect(isClose(best.gaussian.sigma, 0.7257713242732078, relative: 1e-7))
    #expect(isClose(best.divergence.nats, 0.685888937604024, relative: 1e-10))
    #expect(
      isClose(try bimodal.divergence(from: best.gaussian).nats, 6.8390397979730935, relative: 1e-7))
    #expect(
      isClose(
        try forward.gaussian.divergence(from: bimodal).nats, 0.8102543863872675, relative: 1e-9))
  }

  // SciPy 1.17: Nelder–Mead from each start, Hessian by differences (eigenvalues 0.29, 7.9 at 0).
  @Test("Both modes come before the third, broad minimum between them")
  func allMinima() throws {
    let fits = try bimodal.reverseFits()
    #expect(fits.count == 3)
    #expect(fits[0].gaussian.mean > 0)
    #expect(isClose(fits[1].gaussian.mean, -fits[0].gaussian.mean, relative: 1e-9))
    #expect(isClose(fits[2].gaussian.mean, 0, absolute: 1e-9))
    #expect(isClose(fits[2].gaussian.sigma, 1.8493769, relative: 1e-7))
    #expect(isClose(fits[2].divergence.nats, 0.7271862656306922, relative: 1e-9))
  }

  @Test("The simplex search finds the same two minima")
  func simplex() throws {
    let search = NelderMead()
    let forward = try search.minimum(near: [0.5, 0.5]) { x in
      (try? Gaussian(mean: x[0], sigma: exp(x[1]))).flatMap {
        try? bimodal.divergence(from: $0).nats
      } ?? .nan
    }
    #expect(isClose(forward.point[0], 0, absolute: 1e-6))
    #expect(isClose(exp(forward.point[1]), bimodal.momentMatched.sigma, relative: 1e-6))
    let reverse = try search.minimum(near: [1.5, 0]) { x in
      (try? Gaussian(mean: x[0], sigma: exp(x[1]))).flatMap {
        try? $0.divergence(from: bimodal).nats
      } ?? .nan
    }
    let best = try #require(try bimodal.reverseFits().first).gaussian
    #expect(isClose(reverse.point[0], best.mean, relative: 1e-6))
    #expect(isClose(exp(reverse.point[1]), best.sigma, relative: 1e-6))
  }

  // SciPy 1.17: BFGS and Nelder–Mead from each component, Gauss–Legendre of 4000 points.
  @Test("Asymmetric mixtures have their minima in order of divergence")
  func asymmetric() throws {
    let p = try GaussianMixture(
      weights: [0.7, 0.2, 0.1], means: [-1, 3, 4], sigmas: [0.5, 1, 0.2])
    let fits = try p.reverseFits()
    #expect(isClose(fits[0].gaussian.mean, -0.9944859522548439, relative: 1e-6))
    #expect(isClose(fits[0].gaussian.sigma, 0.5076389595718953, relative: 1e-6))
    #expect(isClose(fits[0].divergence.nats, 0.3531098414910614, relative: 1e-8))
    let second = try #require(fits.first { $0.gaussian.mean > 2 })
    #expect(isClose(second.gaussian.mean, 3.1729963509, relative: 1e-6))
    #expect(isClose(second.gaussian.sigma, 1.0262375975, relative: 1e-6))
    #expect(isClose(second.divergence.nats, 1.3227696301278, relative: 1e-8))
    #expect(zip(fits, fits.dropFirst()).allSatisfy { $0.divergence <= $1.divergence })
  }

  @Test("Six components may share one broad minimum and keep a lonely one")
  func sixComponents() throws {
    let p = try GaussianMixture(
      weights: [0.1, 0.2, 0.3, 0.2, 0.1, 0.1], means: [-5, -3, -1, 1, 3, 6],
      sigmas: [0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
    let fits = try p.reverseFits()
    // SciPy 1.17: BFGS from each component.
    #expect(fits.count == 2)
    #expect(isClose(fits[0].gaussian.mean, -0.0727277, relative: 1e-5))
    #expect(isClose(fits[0].divergence.nats, 0.30359793040612, relative: 1e-9))
    #expect(isClose(fits[1].gaussian.mean, -4.98964379, relative: 1e-7))
    #expect(isClose(fits[1].divergence.nats, 2.2926180484, relative: 1e-9))
  }

  @Test(
    "A single component is its own fit, however narrow or wide", arguments: [1e-30, 1e-9, 1, 1e30])
  func single(sigma: Double) throws {
    let p = try GaussianMixture(weights: [1], means: [0], sigmas: [sigma])
    let fits = try p.reverseFits()
    #expect(fits.count == 1)
    #expect(isClose(fits[0].gaussian.sigma, sigma, relative: 1e-9))
    #expect(isClose(fits[0].divergence.nats, 0, absolute: 1e-15))
  }

  @Test("Nearly equal means have one minimum", arguments: [0, 1e-12, 1e-6, 0.01, 0.5])
  func nearlyEqual(distance: Double) throws {
    let p = try GaussianMixture(weights: [0.5, 0.5], means: [0, distance], sigmas: [1, 1])
    let fits = try p.reverseFits()
    #expect(fits.count == 1)
    #expect(isClose(fits[0].gaussian.mean, distance / 2, absolute: 1e-7))
  }

  @Test("The unit of length changes nothing but the scale", arguments: [1e-20, 1e-3, 1e6, 1e20])
  func scaling(unit: Double) throws {
    let p = try GaussianMixture(
      weights: [0.5, 0.5], means: [-2 * unit, 2 * unit], sigmas: [0.7 * unit, 0.7 * unit])
    let fits = try p.reverseFits()
    #expect(fits.count == 3)
    #expect(isClose(fits[0].gaussian.mean, 1.98175418 * unit, relative: 1e-8))
    #expect(isClose(fits[0].divergence.nats, 0.685888937604024, relative: 1e-9))
  }

  @Test("Widths that differ by many orders give answers", arguments: [1e-6, 1e-3, 1e3, 1e8])
  func unequalWidths(sigma: Double) throws {
    let p = try GaussianMixture(weights: [0.3, 0.7], means: [-1, 2], sigmas: [1, sigma])
    for fit in try p.reverseFits() {
      #expect(fit.divergence.nats >= 0 && fit.divergence.isFinite)
      // No neighbour is better.
      for (shift, factor) in [(0.01, 1.0), (-0.01, 1), (0, 1.01), (0, 0.99)] {
        let neighbour = try Gaussian(
          mean: fit.gaussian.mean + shift * fit.gaussian.sigma,
          sigma: fit.gaussian.sigma * factor)
        #expect(try neighbour.divergence(from: p) >= fit.divergence)
      }
    }
  }

  @Test("Far components have a minimum each, which costs −ln of its weight")
  func farApart() throws {
    let weights = [0.5, 0.3, 0.2]
    let p = try GaussianMixture(weights: weights, means: [-100, 0, 100], sigmas: [1, 1, 1])
    let fits = try p.reverseFits()
    for (fit, weight) in zip(fits, weights) {
      #expect(isClose(fit.divergence.nats, -log(weight), relative: 1e-10))
      #expect(isClose(fit.gaussian.sigma, 1, relative: 1e-9))
    }
  }
}
