// L13.b: 0 points
// says: as Adam does
- foreach (double[] slope in slopes)
+ int t = 0; foreach (double[] slope in slopes.Where(_ => ++t > 0))
- Math.Sqrt(mean[k])
+ Math.Sqrt(mean[k] / (1 - Math.Pow(beta, t)))
