(long Paths, long Edges) Count(int layers, int width)
{
    long paths = 1;
    for (int layer = 0; layer < layers; layer++) paths *= width;
    return (paths, 2L * width + (long)width * width * (layers - 1));
}
