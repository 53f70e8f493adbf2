import InformationTheory
import Testing

@Suite("Gaussians")
struct GaussianTests {
  // SciPy 1.17: norm.pdf, norm.logpdf, norm.entropy.
  @Test("Density and entropy")
  func density() throws {
    let standard = try Gaussian(mean: 0, sigma: 1)
    #expect(isClose(standard.density(at: 0), 0.3989422804014327))
    #expect(isClose(standard.density(at: 1), 0.24197072451914337))
    #expect(isClose(standard.logDensity(at: 50), -1250.9189385332047))
    #expect(standard.density(at: 50) == 0)
    #expect(isClose(standard.entropy().nats, 1.4189385332046727))
    #expect(isClose(try Gaussian(mean: 3, sigma: 2).entropy().nats, 2.1120857137646181))
    #expect(try Gaussian(mean: 3, sigma: 2).variance == 4)
  }

  // mpmath: ln(σQ/σP) + (σP² + (μP − μQ)²)/2σQ² − ½.
  @Test("The divergence of two Gaussians")
  func divergence() throws {
    let a = try Gaussian(mean: 0, sigma: 2)
    let b = try Gaussian(mean: 0, sigma: 1)
    #expect(isClose(a.divergence(from: b).nats, 1.5 - 0.69314718055994531))
    #expect(isClose(b.divergence(from: a).nats, 0.69314718055994531 - 0.375))
    #expect(try Gaussian(mean: 1, sigma: 1).divergence(from: b).nats == 0.5)
    #expect(a.divergence(from: a).nats == 0)
    #expect(a.divergence(from: b, in: .bits).unit == .bits)
    // ½ε² − ε³/3 … for sigmas in the ratio 1 + ε: (ε²) to first order.
    let near = try Gaussian(mean: 0, sigma: 1 + 1e-5)
    #expect(isClose(near.divergence(from: b).nats, 1e-10, relative: 1e-4))
  }

  @Test("A divergence from a mixture of one component is that of two Gaussians")
  func oneComponent() throws {
    let q = try Gaussian(mean: 1, sigma: 0.5)
    let p = try Gaussian(mean: 0, sigma: 2)
    let mixture = try GaussianMixture(weights: [1], means: [0], sigmas: [2])
    #expect(
      isClose(try q.divergence(from: mixture).nats, q.divergence(from: p).nats, relative: 1e-10))
    #expect(
      isClose(try mixture.divergence(from: q).nats, p.divergence(from: q).nats, relative: 1e-10))
  }

  @Test("What is no Gaussian is refused in one line")
  func refused() {
    let range = "; means must be numbers from −1e30 to 1e30"
    #expect(message { try Gaussian(mean: .nan, sigma: 1) } == "mean is not a number" + range)
    #expect(message { try Gaussian(mean: .infinity, sigma: 1) } == "mean is infinity" + range)
    let positive = "; standard deviations must be greater than 0, from 1e-30 to 1e30"
    #expect(message { try Gaussian(mean: 0, sigma: 0) } == "sigma is 0" + positive)
    #expect(message { try Gaussian(mean: 0, sigma: -1) } == "sigma is −1" + positive)
    #expect(message { try Gaussian(mean: 0, sigma: 1e300) } == "sigma is 1e+300" + positive)
    #expect(
      message { try Gaussian(mean: 5, sigma: 1e-20) }
        == "sigma is 1e-20; with a mean of 5 it must be at least 5e-12")
  }
}
