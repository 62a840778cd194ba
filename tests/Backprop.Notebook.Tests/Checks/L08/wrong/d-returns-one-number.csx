// L08.d: 0 points
// says: yours is `int Count(int, int)`
int Count(int layers, int width) => 1024;
