// L19.b: 0 points
// says: Real and made have changed places
- double slopeW = real.Average(x => -(1 - Sigma(w * x + b)) * x)
+ double slopeW = real.Average(x => Sigma(w * x + b) * x)
- + made.Average(x => Sigma(w * x + b) * x);
+ - made.Average(x => (1 - Sigma(w * x + b)) * x);
- double slopeB = real.Average(x => -(1 - Sigma(w * x + b)))
+ double slopeB = real.Average(x => Sigma(w * x + b))
- + made.Average(x => Sigma(w * x + b));
+ - made.Average(x => 1 - Sigma(w * x + b));
