// L02.d: 0 points
// says: should be
- return [throughCos, throughSin, throughCos + throughSin];
+ return [0, 0, 0];
