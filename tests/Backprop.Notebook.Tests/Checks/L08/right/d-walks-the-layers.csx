// L08.d
(long Paths, long Edges) Count(int layers, int width)
{
    long paths = 1, edges = 0, before = 1;
    for (int layer = 0; layer < layers; layer++)
    {
        paths *= width;
        edges += before * width;
        before = width;
    }
    return (paths, edges + before);
}
