// L12.a: 3 points
// says: The division comes first
- return start / (1 + k * t);
+ return start / 1 + k * t;
