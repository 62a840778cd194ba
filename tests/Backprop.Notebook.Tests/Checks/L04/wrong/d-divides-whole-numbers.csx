// L04.d: 0 points
// says: drops the fraction
- return (double)dead / W.Length;
+ return dead / W.Length;
