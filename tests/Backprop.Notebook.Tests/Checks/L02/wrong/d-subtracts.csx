// L02.d: 4 points
// says: You subtracted the shares
- return [throughCos, throughSin, throughCos + throughSin];
+ return [throughCos, throughSin, throughCos - throughSin];
