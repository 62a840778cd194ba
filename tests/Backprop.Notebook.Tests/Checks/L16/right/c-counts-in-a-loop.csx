// L16.c
int OutSize(int size, int kernel, int stride, int padding)
{
    int places = 0;
    for (int left = -padding; left + kernel <= size + padding; left += stride) places++;
    return places;
}
