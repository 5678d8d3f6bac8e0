namespace Shop;

public static class Legacy
{
    public static int Visits;

    public static int Baskets;
}
