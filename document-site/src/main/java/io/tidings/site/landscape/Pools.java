package io.tidings.site.landscape;

/** Numbers that do not fall, as near as can be to numbers that may. */
final class Pools {
    private Pools() {}

    /** The rising sequence with the least sum of weighted squares of distances to the wishes. */
    static double[] level(double[] wishes, double[] weights) {
        int size = wishes.length;
        double[] mean = new double[size];
        double[] weight = new double[size];
        int[] length = new int[size];
        int pools = 0;
        for (int i = 0; i < size; i++) {
            mean[pools] = wishes[i];
            weight[pools] = weights[i];
            length[pools] = 1;
            pools++;
            while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
                double both = weight[pools - 2] + weight[pools - 1];
                mean[pools - 2] = (mean[pools - 2] * weight[pools - 2] + mean[pools - 1] * weight[pools - 1]) / both;
                weight[pools - 2] = both;
                length[pools - 2] += length[pools - 1];
                pools--;
            }
        }
        double[] levels = new double[size];
        int at = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (int i = 0; i < length[pool]; i++) {
                levels[at++] = mean[pool];
            }
        }
        return levels;
    }
}
