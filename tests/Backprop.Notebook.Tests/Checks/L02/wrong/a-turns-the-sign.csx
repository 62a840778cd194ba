// L02.a: 0 points
// says: right minus left
- return (f(x + h) - f(x - h)) / (2 * h);
+ return (f(x - h) - f(x + h)) / (2 * h);
