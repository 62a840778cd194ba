// L15.a: 0 points
// says: The 1/2 is missing
- return lambda / 2 * weights.Sum(layer => layer.Sum(w => w * w));
+ return lambda * weights.Sum(layer => layer.Sum(w => w * w));
