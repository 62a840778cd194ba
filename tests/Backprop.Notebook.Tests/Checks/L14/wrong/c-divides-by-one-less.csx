// L14.c: 0 points
// says: You divided the variance by one less
- double variance = x.Average(v => (v - mean) * (v - mean));
+ double variance = x.Sum(v => (v - mean) * (v - mean)) / (x.Length - 1);
