// L19.a: 2 points
// says: The two have changed places
- return [real.Average(z => Softplus(-z)) + caught, -caught, fooled];
+ return [real.Average(z => Softplus(-z)) + caught, fooled, -caught];
