// L17.b: 0 points
// says: The candidate g has a tanh
- double i = Gate(Sum(0)), f = Gate(Sum(1)), g = Math.Tanh(Sum(2)), o = Gate(Sum(3));
+ double i = Gate(Sum(0)), f = Gate(Sum(1)), g = Gate(Sum(2)), o = Gate(Sum(3));
