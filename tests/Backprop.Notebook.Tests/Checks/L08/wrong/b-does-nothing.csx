// L08.b: 0 points
// says: has to start with a 1
static void Backward(this Value output)
{
}
