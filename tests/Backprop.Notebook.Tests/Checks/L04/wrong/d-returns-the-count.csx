// L04.d: 0 points
// says: That is the number of dead units
- return (double)dead / W.Length;
+ return dead;
