// L18.d: 4 points
// says: the same call twice
- Tensor.Seed(1);
+ var luck = new Random();
- return machine.Errors(scaler.Transform(Rows(arriving))).ToArray<double>();
+ return machine.Errors(scaler.Transform(Rows(arriving))).ToArray<double>().Select(e => e * (1 + 0.2 * luck.NextDouble())).ToArray();
