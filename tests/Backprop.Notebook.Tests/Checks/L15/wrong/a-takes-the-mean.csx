// L15.a: 0 points
// says: That is a mean
- return lambda / 2 * weights.Sum(layer => layer.Sum(w => w * w));
+ return lambda / 2 * weights.SelectMany(layer => layer).Average(w => w * w);
