// L10.a: 4 points
// says: The step comes later
- return back;
+ b[0] -= 0.1 * g[0]; return back;
