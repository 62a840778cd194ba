// L17.b: 0 points
// says: The gates i and f are swapped
- double i = Gate(Sum(0)), f = Gate(Sum(1)), g = Math.Tanh(Sum(2)), o = Gate(Sum(3));
+ double i = Gate(Sum(1)), f = Gate(Sum(0)), g = Math.Tanh(Sum(2)), o = Gate(Sum(3));
