// L19.a: 2 points
// says: That is half of it
- return [real.Average(z => Softplus(-z)) + caught, -caught, fooled];
+ return [real.Select(z => Softplus(-z)).Concat(made.Select(Softplus)).Average(), -caught, fooled];
