// L03.a: 0 points
// says: those above and below cancel
- sum += error * error;
+ sum += error;
