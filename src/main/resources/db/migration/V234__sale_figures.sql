-- Figures of sales are counted from what happened, each time somebody asks; these are what they look up by.
CREATE INDEX pursuit_began ON pursuit (began_at);
CREATE INDEX pursuit_call_called ON pursuit_call (called_at);
CREATE INDEX pursuit_loss_lost ON pursuit_loss (lost_at);
