# Programs that train and measure the models.
