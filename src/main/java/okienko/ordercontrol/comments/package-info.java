/** Reading what a buyer wrote into the order's comment: courtesies pass, a wish is named, what is not understood stops. */
@org.springframework.modulith.NamedInterface("comments")
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.comments;
