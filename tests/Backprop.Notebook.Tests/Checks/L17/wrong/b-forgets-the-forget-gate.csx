// L17.b: 2 points
// says: The old c was multiplied by f
- return (o * shown, newC, dx, dh, arriving * f);
+ return (o * shown, newC, dx, dh, arriving);
