// L02.a: 0 points
// says: Use the h you are given
- return (f(x + h) - f(x - h)) / (2 * h);
+ return (f(x + 1e-5) - f(x - 1e-5)) / 2e-5;
