/** Version of the methods: raised whenever a computed number could change for the same data. */
export const methodsVersion = "1.1.0";
