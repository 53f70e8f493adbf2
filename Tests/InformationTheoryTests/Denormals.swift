/// The least positive Double, 4.94e−324.
let leastDouble = Double.leastNonzeroMagnitude
/// A number that only a denormal Double can hold, 1e−320.
let denormal = 2024 * leastDouble
